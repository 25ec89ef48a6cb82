/**
 * What calls are signed with, by name; `''` is everybody's. The first is the one that counts, the second the one before it,
 * for as long as those who are called have not changed theirs.
 */
export type TriggerSecrets = ReadonlyMap<string, readonly string[]>;

const KEY = /^TRIGGER_SECRET(?:_([A-Z][A-Z0-9_]{0,39}))?$/;
const OLD = /(?:^|_)OLD$/;
const SHORTEST = 16;

/** `TRIGGER_SECRET_CRM` and `TRIGGER_SECRET_CRM_OLD` are both of the secret CRM; faults are sentences. */
export function secretsIn(given: readonly (readonly [string, string | undefined])[]): {
  secrets: TriggerSecrets;
  faults: string[];
} {
  const named = given.flatMap(([key, value]) => {
    const found = KEY.exec(key);
    return found && value ? [{ key, name: found[1] ?? '', value }] : [];
  });
  const now = named.filter(({ name }) => !OLD.test(name));
  const before = new Map(named.flatMap(({ name, value }) => (OLD.test(name) ? [[name.replace(OLD, ''), value]] : [])));
  const secrets = new Map(
    now.map(({ name, value }) => [name, [value, before.get(name)].filter((one) => one !== undefined)]),
  );
  const short = named
    .filter(({ value }) => value.length < SHORTEST)
    .map(({ key }) => `${key} must have at least ${SHORTEST} characters: whoever is called checks with it who calls.`);
  const alone = [...before.keys()]
    .filter((name) => !secrets.has(name))
    .map((name) => {
      const key = ['TRIGGER_SECRET', name].filter(Boolean).join('_');
      return `${key}_OLD is the secret before ${key}, which is not set.`;
    });
  return { secrets, faults: [...short, ...alone] };
}
