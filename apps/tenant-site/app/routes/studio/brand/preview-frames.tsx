import { type BrandRecord, brandCss } from '@residency/brand'
import { useTranslation } from '@residency/i18n/react'
import { useEffect, useRef, useState } from 'react'

/** What can be shown in the frame without loading it anew: colours, sizes, attributes. Type, preset, pictures and texts need the saved draft. */
function paint(frame: HTMLIFrameElement, record: BrandRecord, mode: 'dark' | 'light'): void {
  const inner = frame.contentWindow as (Window & typeof globalThis) | null
  const page = frame.contentDocument
  if (!inner?.CSSStyleSheet || !page?.documentElement) return
  const sheet = new inner.CSSStyleSheet()
  sheet.replaceSync(brandCss(record))
  page.adoptedStyleSheets = [sheet]
  page.documentElement.dataset.mode = mode
  page.documentElement.dataset.imagery = record.imagery.treatment
}

const devices = { phone: { width: 390, height: 760 }, desktop: { width: 1440, height: 900 } } as const
type Device = keyof typeof devices

function DeviceFrame({
  device,
  savedVersion,
  live,
  mode,
}: {
  device: Device
  savedVersion: number
  live: BrandRecord | null
  mode: 'dark' | 'light'
}) {
  const { t } = useTranslation('studioBrand')
  const frame = useRef<HTMLIFrameElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(device === 'phone' ? 0.6 : 0.4)
  const { width, height } = devices[device]

  useEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(([entry]) => setScale(Math.min(1, (entry?.contentRect.width ?? width) / width)))
    watch.observe(element)
    return () => watch.disconnect()
  }, [width])
  useEffect(() => {
    if (!frame.current) return
    if (live) paint(frame.current, live, mode)
    else if (frame.current.contentDocument?.documentElement) frame.current.contentDocument.documentElement.dataset.mode = mode
  }, [live, mode])

  return (
    <figure className={`preview preview-${device}`}>
      <figcaption>{t(`devices.${device}`)}</figcaption>
      <div ref={box} className="preview-box" style={{ height: height * scale }}>
        <iframe
          ref={frame}
          // The saved draft's number is part of the address, so that each save loads the frame anew.
          src={`/studio-preview?v=${savedVersion}`}
          title={t('previewOn', { device: t(`devices.${device}`) })}
          width={width}
          height={height}
          style={{ transform: `scale(${scale})` }}
          tabIndex={-1}
          onLoad={(event) => {
            const page = event.currentTarget.contentDocument
            if (page?.documentElement) page.documentElement.dataset.mode = mode
            if (live) paint(event.currentTarget, live, mode)
          }}
        />
      </div>
    </figure>
  )
}

/** The site as the draft makes it, on a phone and on a desktop, dark or light. */
export function PreviewFrames({ savedVersion, live }: { savedVersion: number; live: BrandRecord | null }) {
  const { t } = useTranslation('studioBrand')
  const [mode, setMode] = useState<'dark' | 'light'>('dark')
  return (
    <aside className="previews" aria-label={t('preview')}>
      <fieldset className="preview-modes">
        <legend className="visually-hidden">{t('previewMode')}</legend>
        {(['dark', 'light'] as const).map((one) => (
          <button key={one} type="button" className="button button-quiet" aria-pressed={mode === one} onClick={() => setMode(one)}>
            {t(`modes.${one}`)}
          </button>
        ))}
      </fieldset>
      <div className="preview-devices">
        <DeviceFrame device="desktop" savedVersion={savedVersion} live={live} mode={mode} />
        <DeviceFrame device="phone" savedVersion={savedVersion} live={live} mode={mode} />
      </div>
    </aside>
  )
}
