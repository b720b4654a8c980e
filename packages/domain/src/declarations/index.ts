export { declareRights, rightsTextVersion } from './declare-rights.ts'
