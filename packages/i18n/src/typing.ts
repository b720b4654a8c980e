import 'i18next'
import type { Resources } from './generated/types.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    returnNull: false
    resources: Resources
  }
}
