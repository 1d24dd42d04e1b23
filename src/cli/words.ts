export { amount as count, counted as countOf } from '../text/counting.ts'
