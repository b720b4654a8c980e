export { Overload, type OverloadOptions } from './overload.ts'
export { RenderGate } from './render-gate.ts'
