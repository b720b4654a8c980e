// Webhooks come in through the edge, as every request does: vendors' formats stay behind it.
export { readResendWebhook, WebhookSignatureError } from '@residency/integrations/mail'
