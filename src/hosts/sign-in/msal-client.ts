import {
  BrowserCacheLocation,
  CacheLookupPolicy,
  createNestablePublicClientApplication,
  createStandardPublicClientApplication,
} from '@azure/msal-browser'

/** The members of MSAL that we use; loaded with the first token, without the rest of the library. */
export const msalClient = {
  createNestable: createNestablePublicClientApplication,
  createStandard: createStandardPublicClientApplication,
  memoryStorage: BrowserCacheLocation.MemoryStorage,
  CacheLookupPolicy,
} as const
