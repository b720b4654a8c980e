export { receiveResendWebhook } from './receive-resend-webhook.ts'
