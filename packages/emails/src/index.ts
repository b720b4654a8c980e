export { linkMinutes } from './lifetimes.ts'
export type { MailBrand } from './look.ts'
export { type MailTemplate, mailProps, type PropsOf } from './props.ts'
export { greetableName, type RenderedMail, type RenderMailOptions, renderMail } from './render-mail.tsx'
