import { describe } from 'vitest'
import type { Adapter } from './collect.ts'
import { changedPathsContract } from './contract/changed-paths.ts'
import { graphContract } from './contract/graph.ts'
import { hostileContract } from './contract/hostile.ts'
import { mainLineContract } from './contract/main-line.ts'
import { objectsContract } from './contract/objects.ts'
import { openContract } from './contract/open.ts'

/** Everything that the port promises, asked of one adapter. */
export function contract(adapter: Adapter): void {
  describe('opens repositories', () => openContract(adapter))
  describe('walks the main line', () => mainLineContract(adapter))
  describe('tells which paths changed', () => changedPathsContract(adapter))
  describe('walks the graph', () => graphContract(adapter))
  describe('reads objects', () => objectsContract(adapter))
  describe('withstands what is hostile', () => hostileContract(adapter))
}
