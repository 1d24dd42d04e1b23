/** Who writes the sample handbook; everybody here is invented. */
export interface Author {
  readonly name: string
  readonly email: string
}

const of = (name: string, email: string): Author => ({ name, email: `${email}@millrace.example` })

export const ada = of('Ada Quill', 'ada')
/** Ada on the laptop she had before; `.mailmap` says who that is. */
export const adaOldLaptop = of('adaq', 'ada.quill')
export const bruno = of('Bruno Tarn', 'bruno')
export const chidi = of('Chidi Amadi', 'chidi')
export const dorte = of('Dorte Vang', 'dorte')
export const eitan = of('Eitan Sella', 'eitan')
export const farah = of('Farah Nasser', 'farah')
export const greta = of('Greta Höll', 'greta')
export const henk = of('Henk Dros', 'henk')
