/** A setting that the infrastructure hands to the function. Its absence is a fault of the deployment. */
export function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`environment variable ${name} is not set`);
  return value;
}

/** A setting that a deployment may do without; undefined where it is absent. */
export function optionalEnvironment(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}
