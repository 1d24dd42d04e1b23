import type { FactView } from '../../model/view.ts'

/** One thing known, for a list of facts; what is left out is null. */
export const fact = (label: string, value: string, more: Partial<FactView> = {}): FactView => ({
  label,
  value,
  href: null,
  note: null,
  date: null,
  ...more,
})

/** The same with a day or an instant as its value, which is drawn as a date. */
export const datedFact = (label: string, date: string, more: Partial<FactView> = {}): FactView =>
  fact(label, '', { date, ...more })
