export { receiveBody } from './receive-body.ts'
