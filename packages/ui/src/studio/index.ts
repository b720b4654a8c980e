export { Checkbox, Notice, SelectInput, TextArea, TextInput } from '../site/forms.tsx'
export { AppFrame, type AppFrameProps, type NavGroup } from './app-frame.tsx'
export { AppearanceSwitch } from './appearance.tsx'
export { type Command, CommandMenu } from './command-menu.tsx'
export {
  Badge,
  Button,
  DefaultSubmit,
  EmptyState,
  Keys,
  LinkButton,
  PageHead,
  SaveState,
  type SavingState,
  Section,
  Skeleton,
  Stat,
  Stats,
  Toolbar,
} from './controls.tsx'
export { ConfirmDialog, Dialog, type DialogProps } from './dialog.tsx'
export { type Difference, DiffNotice } from './diff-notice.tsx'
export { type Column, Table, type TableProps } from './table.tsx'
export { type Tab, TabLinks, Tabs } from './tabs.tsx'
export { type Toast, ToastProvider, useToast } from './toasts.tsx'
export { useUnsavedWarning } from './unsaved.ts'
export { peaksFrom } from './waveform/peaks.ts'
export { clockOf, typedMs } from './waveform/time.ts'
export { type Preview, usePreview } from './waveform/use-preview.ts'
export { WaveHandle } from './waveform/wave-handle.tsx'
export { markStyle, Waveform } from './waveform/waveform.tsx'
