import { expect, it } from 'vitest'
import { untilInterrupted } from '../../src/cli/interruption.ts'

it('can be ended as soon as it says that all is running', async () => {
  expect(await untilInterrupted(() => void process.emit('SIGHUP'))).toBeUndefined()
})
