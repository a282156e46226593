import { routes } from '../routes.ts';

let loading: Promise<unknown> | undefined;

/** The JSON Schema of the policy format, fetched once; nothing where it cannot be had. */
export const loadSchema = (): Promise<unknown> => {
  loading ??= fetch(routes.schema('policy'))
    .then((response) => response.json())
    .catch(() => undefined);
  return loading;
};
