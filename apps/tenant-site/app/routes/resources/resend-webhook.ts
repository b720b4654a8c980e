import type { ActionFunctionArgs } from '@remix-run/node'
import { receiveResendWebhook } from '@residency/edge/webhooks'

export const action = (args: ActionFunctionArgs): Promise<Response> => receiveResendWebhook(args)
