// Loaded before Whybook by tests/faults/run.ts: counts calls of the file system and lets one of them fail.
// Plain JavaScript, because it is loaded with --import also where types are not stripped.
import childProcess from 'node:child_process'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { pathToFileURL } from 'node:url'

const { FAULT_FOLDERS = '[]', FAULT_AT = '', FAULT_CODE = 'EIO', FAULT_LOG = '' } = process.env
const folders = JSON.parse(FAULT_FOLDERS)
const who = process.argv.includes('__build-child') ? 'child' : 'parent'
const [atWho, atCall] = FAULT_AT.split(':')
const names = [
  ...['open', 'readFile', 'writeFile', 'appendFile', 'mkdir', 'mkdtemp', 'rename', 'link', 'copyFile', 'rm', 'unlink'],
  ...['readdir', 'opendir', 'stat', 'lstat', 'realpath', 'access'],
]
let calls = 0
// Written over and over: the child is ended by force, and could not tell at its end.
const tally = FAULT_AT === '' && FAULT_LOG !== '' ? fs.openSync(`${FAULT_LOG}.${who}`, 'w') : null

const original = { appendFileSync: fs.appendFileSync, writeSync: fs.writeSync }

/** Throws when this is the call that shall fail. */
function count(name, path) {
  const text = typeof path === 'string' ? path : path instanceof URL ? path.pathname : ''
  if (!folders.some((folder) => text.startsWith(folder))) return
  calls += 1
  if (tally !== null) original.writeSync(tally, String(calls), 0)
  if (who !== atWho || !isHit(name, text)) return
  original.appendFileSync(FAULT_LOG, `${who} ${name} ${text}\n`)
  throw Object.assign(new Error(`${FAULT_CODE}: made to fail, ${name} '${text}'`), {
    code: FAULT_CODE,
    syscall: name,
    path: text,
    errno: -5,
  })
}

let isDone = false
/** The call with the number in FAULT_AT, or the first one that it names: `open page.md`. */
function isHit(name, text) {
  if (/^\d+$/.test(atCall)) return calls === Number(atCall)
  const [named, end] = atCall.split(' ')
  if (isDone || name !== named || !text.endsWith(end)) return false
  isDone = true
  return true
}

function patch(holder, name, wrap) {
  const own = holder[name]
  if (typeof own !== 'function') return
  const wrapped = wrap(own)
  for (const key of Object.keys(own)) wrapped[key] = own[key]
  holder[name] = wrapped
}

for (const name of names) {
  patch(
    fs,
    `${name}Sync`,
    (own) =>
      function (path, ...rest) {
        count(name, path)
        return own.call(this, path, ...rest)
      },
  )
  patch(
    fs.promises,
    name,
    (own) =>
      async function (path, ...rest) {
        count(name, path)
        return own.call(this, path, ...rest)
      },
  )
  patch(
    fs,
    name,
    (own) =>
      function (path, ...rest) {
        const done = rest.at(-1)
        try {
          count(name, path)
        } catch (error) {
          if (typeof done !== 'function') throw error
          process.nextTick(done, error)
          return
        }
        return own.call(this, path, ...rest)
      },
  )
}

// Whybook's own child gets no NODE_OPTIONS: the preload goes along by hand.
patch(
  childProcess,
  'spawn',
  (own) =>
    function (command, args, ...rest) {
      const isOurs = command === process.execPath && Array.isArray(args) && args.includes('__build-child')
      return own.call(
        this,
        command,
        isOurs ? ['--import', pathToFileURL(import.meta.filename).href, ...args] : args,
        ...rest,
      )
    },
)
syncBuiltinESMExports()
