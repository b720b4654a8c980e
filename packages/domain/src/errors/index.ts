/** Everything that may go wrong on purpose. The edge turns a code into a status and `messageKey` (namespace `errors`) into words. */
export const errorCodes = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  unsupported: 415,
  invalid: 422,
  too_many: 429,
  unavailable: 503,
} as const
export type ErrorCode = keyof typeof errorCodes

export interface AppErrorDetail {
  /** Key in the namespace `errors`; the code itself when not given. */
  messageKey?: string
  params?: Record<string, string | number>
  /** Field name → key in the namespace `errors`. */
  fields?: Record<string, string>
  retryAfterMs?: number
}

export class AppError extends Error {
  readonly code: ErrorCode
  readonly detail: AppErrorDetail
  constructor(code: ErrorCode, detail: AppErrorDetail = {}) {
    super(detail.messageKey ?? code)
    this.name = 'AppError'
    this.code = code
    this.detail = detail
  }
  get status(): number {
    return errorCodes[this.code]
  }
  get messageKey(): string {
    return this.detail.messageKey ?? this.code
  }
}

export const notFound = (): AppError => new AppError('not_found')
export const forbidden = (): AppError => new AppError('forbidden')
export const unauthenticated = (): AppError => new AppError('unauthenticated')
export const conflict = (messageKey: string, params?: AppErrorDetail['params']): AppError =>
  new AppError('conflict', { messageKey, params })
export const tooMany = (retryAfterMs: number, messageKey = 'too_many'): AppError =>
  new AppError('too_many', { messageKey, retryAfterMs, params: { seconds: Math.ceil(retryAfterMs / 1000) } })
export const invalid = (fields: Record<string, string>, messageKey = 'invalid'): AppError => new AppError('invalid', { messageKey, fields })
