import * as z from 'zod';
import type { Stack } from './stack.ts';

const routeProperties = z.looseObject({ ApiId: z.string(), RouteKey: z.string(), Target: z.string() });
const integrationProperties = z.looseObject({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});

export interface ApiDescription {
  readonly logicalId: string;
  readonly id: string;
  readonly routes: readonly { readonly key: string; readonly target: string }[];
}

/** The function in an integration: its ARN, or the invocation path of API Gateway around it. */
function functionIn(uri: string): string {
  return /functions\/(arn:[^/]+)\/invocations$/.exec(uri)?.[1] ?? uri;
}

/** The HTTP APIs of a stack with their routes. */
export function readApis(stack: Stack): readonly ApiDescription[] {
  const routes = stack
    .ofType('AWS::ApiGatewayV2::Route')
    .map(({ properties }) => routeProperties.parse(properties));
  const integrations = stack.ofType('AWS::ApiGatewayV2::Integration');
  return stack.ofType('AWS::ApiGatewayV2::Api').map(({ logicalId, name }): ApiDescription => {
    const own = routes.filter(({ ApiId }) => ApiId === name);
    return {
      logicalId,
      id: name,
      routes: own.map(({ RouteKey, Target }) => {
        const wanted = Target.replace(/^integrations\//, '');
        const integration = integrations.find((one) => one.name === wanted);
        const parsed = integrationProperties.safeParse(integration?.properties);
        if (!parsed.success) throw new Error(`${logicalId} ${RouteKey}: ${z.prettifyError(parsed.error)}`);
        return { key: RouteKey, target: functionIn(parsed.data.IntegrationUri) };
      }),
    };
  });
}
