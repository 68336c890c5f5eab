import { app, nestedAppAuth, pages } from '@microsoft/teams-js'

/**
 * The members of teams-js that we use. To be loaded when it is known that a host may be there; naming them one by one
 * leaves out the rest of the library, two thirds of it.
 */
export const teamsClient = {
  initialize: app.initialize,
  isInitialized: app.isInitialized,
  /** Makes teams-js forget a beginning that got no answer. */
  forget: app._uninitialize,
  getContext: app.getContext,
  notifyAppLoaded: app.notifyAppLoaded,
  notifySuccess: app.notifySuccess,
  registerOnThemeChangeHandler: app.registerOnThemeChangeHandler,
  openLink: app.openLink,
  tab: {
    registerOnSaveHandler: pages.config.registerOnSaveHandler,
    setConfig: pages.config.setConfig,
    setValidityState: pages.config.setValidityState,
  },
  isNestedSignInRecommended: nestedAppAuth.isNAAChannelRecommended,
} as const
