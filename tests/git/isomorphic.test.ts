import { contract } from './contract.ts'

contract('isomorphic')
