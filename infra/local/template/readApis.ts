import * as z from 'zod';
import type { RouteThrottle } from '../http/throttle.ts';
import type { Stack } from './stack.ts';

const routeProperties = z.looseObject({ ApiId: z.string(), RouteKey: z.string(), Target: z.string() });
const integrationProperties = z.looseObject({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});

const stageProperties = z.looseObject({
  ApiId: z.string(),
  RouteSettings: z
    .record(
      z.string(),
      z.object({ ThrottlingRateLimit: z.coerce.number(), ThrottlingBurstLimit: z.coerce.number() }),
    )
    .default({}),
});

export interface ApiDescription {
  readonly logicalId: string;
  readonly id: string;
  readonly routes: readonly ApiRoute[];
}

export interface ApiRoute {
  readonly key: string;
  readonly target: string;
  /** The limit that the stage sets for this route alone; the one for all routes is not kept on a desk. */
  readonly throttle?: RouteThrottle;
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
  const stages = stack
    .ofType('AWS::ApiGatewayV2::Stage')
    .map(({ properties }) => stageProperties.parse(properties));
  return stack.ofType('AWS::ApiGatewayV2::Api').map(({ logicalId, name }): ApiDescription => {
    const own = routes.filter(({ ApiId }) => ApiId === name);
    const settings = stages.find(({ ApiId }) => ApiId === name)?.RouteSettings ?? {};
    return {
      logicalId,
      id: name,
      routes: own.map(({ RouteKey, Target }) => {
        const wanted = Target.replace(/^integrations\//, '');
        const integration = integrations.find((one) => one.name === wanted);
        const parsed = integrationProperties.safeParse(integration?.properties);
        if (!parsed.success) throw new Error(`${logicalId} ${RouteKey}: ${z.prettifyError(parsed.error)}`);
        const limit = settings[RouteKey];
        return {
          key: RouteKey,
          target: functionIn(parsed.data.IntegrationUri),
          ...(limit === undefined
            ? {}
            : { throttle: { rate: limit.ThrottlingRateLimit, burst: limit.ThrottlingBurstLimit } }),
        };
      }),
    };
  });
}
