import { signerFromEnvironment } from './signedRequest.ts';

/**
 * Takes the place of the SDK's chain of credentials in the bundles: a function has its credentials in its environment
 * and looks nowhere else, and the chain (profiles, SSO, web identity, instance metadata) is a third of the SDK.
 */
export const defaultProvider = () => async () => {
  const { accessKeyId, secretAccessKey, sessionToken } = signerFromEnvironment();
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
};
