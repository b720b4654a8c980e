export { chromiumArgs, ensureChromium } from './chromium.ts'
export { type Installation, type InstallationOptions, openInstallation } from './installation.ts'
export { localFolder, root, servicesFile, testFolder } from './paths.ts'
export { type ServiceOptions, type Services, startServices } from './services.ts'
