import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { localize } from '@residency/domain/context'
import {
  endMembership,
  endMembershipSchema,
  grantMembership,
  grantMembershipSchema,
  listMembers,
  listMembersSchema,
  listTiers,
} from '@residency/domain/fan-club'
import { openAction, openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Button, LinkButton, Notice, PageHead, Section } from '@residency/ui/studio'
import { z } from 'zod'
import { tierView } from '../../../shape/tier.ts'
import { byIntent } from '../by-intent.server.ts'
import { useStudio } from '../layout.tsx'
import { Pager } from '../pager.tsx'
import { ProblemNotice, problemOf } from '../problem.tsx'
import { SearchForm } from '../search-form.tsx'
import { GrantForm } from './grant-form.tsx'
import { MemberTable } from './member-table.tsx'
import { createFromTemplate, templateChoices } from './templates.server.ts'
import { TierTable } from './tier-table.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'members.view', search: listMembersSchema }, async ({ ctx, search }) => {
    const tiers = (await listTiers(ctx)).map((tier) => ({
      ...tierView(ctx, tier),
      members: tier.members,
      isClosed: tier.archivedAt !== null,
    }))
    const { members, ...list } = await listMembers(ctx, search)
    return {
      tiers,
      members: members.map(({ tier, ...member }) => ({ ...member, tierName: localize(tier.name, ctx.locale, ctx.tenant.locale) })),
      list: { ...list, q: search.q },
      templates: tiers.length === 0 ? templateChoices(ctx) : [],
      currency: ctx.tenant.currency,
    }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(
    args,
    {
      access: 'members.view',
      form: byIntent({ template: z.object({ template: z.string() }), grant: grantMembershipSchema, end: endMembershipSchema }),
    },
    async ({ ctx, form: asked }) => {
      if (asked.intent === 'template') await createFromTemplate(ctx, asked.template)
      else if (asked.intent === 'grant') await grantMembership(ctx, asked)
      else await endMembership(ctx, asked)
      return { done: asked.intent, at: Date.now() }
    },
  )

export default function FanClub() {
  const { tiers, members, list, templates, currency } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { may } = useStudio()
  const { t } = useTranslation('studioFanClub')
  const { money } = useFormat()
  const navigation = useNavigation()
  const busy = navigation.state === 'submitting'
  const problem = problemOf(answer)
  const mayTiers = may.includes('tiers.edit')
  const mayMembers = may.includes('members.edit')
  const done = answer && 'done' in answer ? answer : null
  return (
    <>
      <PageHead
        title={t('title')}
        intro={t('intro')}
        actions={mayTiers ? <LinkButton href="/studio/fan-club/new">{t('new')}</LinkButton> : undefined}
      />
      <ProblemNotice answer={answer} />
      {done ? <Notice tone="good">{t(`done.${done.done}`)}</Notice> : null}
      <Section title={t('tiers')} intro={t('tiersIntro')}>
        <TierTable tiers={tiers} mayEdit={mayTiers} />
      </Section>
      {mayTiers && templates.length > 0 ? (
        <Section title={t('templates')}>
          <ul className="ordered">
            {templates.map((template) => (
              <li key={template.key}>
                <div className="ordered-what">
                  {template.name}
                  <small>
                    {template.tiers.map((tier) => `${tier.name} ${money(tier.priceMonthMinor, currency, { trim: true })}`).join(' · ')}
                  </small>
                </div>
                <div className="ordered-tools">
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="template" value={template.key} />
                    <Button
                      type="submit"
                      name="intent"
                      value="template"
                      disabled={busy}
                      aria-label={t('useTemplateWhat', { name: template.name })}
                    >
                      {t('useTemplate')}
                    </Button>
                  </Form>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t('members')} intro={t('membersIntro')}>
        <SearchForm label={t('search')} q={list.q} />
        <MemberTable members={members} q={list.q} mayEdit={mayMembers} busy={busy} />
        <Pager path="/studio/fan-club" q={list.q} page={list.page} pageCount={list.pageCount} total={t('total', { count: list.total })} />
      </Section>
      {mayMembers ? (
        <Section title={t('grant')} intro={t('grantIntro')}>
          <GrantForm
            key={`${done?.at ?? ''}${problem?.requestId ?? ''}`}
            tiers={tiers.filter(({ isClosed }) => !isClosed)}
            typed={problem?.values ?? {}}
            wrong={problem?.fields ?? {}}
            busy={busy && navigation.formData?.get('intent') === 'grant'}
          />
        </Section>
      ) : null}
    </>
  )
}
