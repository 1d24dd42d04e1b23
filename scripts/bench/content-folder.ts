/** Prints the content folder that Whybook finds in a handbook, relative to its root: node content-folder.ts ROOT */
import { defaultOptions } from '../../src/handbook/default-options.ts'
import { openHandbook } from '../../src/handbook/open.ts'

const handbook = await openHandbook(process.argv[2] ?? '.', defaultOptions)
console.log(handbook.contentRoot)
await handbook.close()
