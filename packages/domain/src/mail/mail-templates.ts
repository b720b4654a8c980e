/** Every mail the product sends. Their words and looks are in @residency/emails, which has a template of each name. */
export const mailTemplates = [
  'verifyEmail',
  'magicLink',
  'resetPassword',
  'passwordChanged',
  'emailChange',
  'emailChangeNotice',
  'newSignIn',
  'crewInvitation',
  'accountDeleted',
  'dataExport',
  'accountExists',
] as const
export type MailTemplate = (typeof mailTemplates)[number]

/** What a template's words need. A value that begins with `/` under a name that ends in `url` becomes an address of the site when it is sent. */
export type MailProps = Record<string, string | number | boolean | null>
