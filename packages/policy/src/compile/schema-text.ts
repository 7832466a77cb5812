import { CATEGORIES, CATEGORY_GROUPS, CATEGORY_RULES } from '@chancery/shared/vocabulary';
import { ATTRIBUTES, type Attribute, ENUMS } from './attributes.js';

function typeOf(attribute: Attribute): string {
  if (attribute.words === null) return 'Bool';
  return attribute.shape === 'set' ? `Set<${attribute.words}>` : attribute.words;
}

function fieldsOf(owner: Attribute['owner']): string {
  const fields = ATTRIBUTES.filter((attribute) => attribute.owner === owner);
  return fields.map((attribute) => `  ${attribute.name}: ${typeOf(attribute)},`).join('\n');
}

function enumText([name, words]: [string, readonly string[]]): string {
  return `entity ${name} enum [\n${words.map((each) => `  "${each}"`).join(',\n')}\n];`;
}

function actionText(category: keyof typeof CATEGORY_RULES): string {
  const groups = CATEGORY_RULES[category].groups.map((group) => `"${group}"`).join(', ');
  const parents = groups === '' ? '' : ` in [${groups}]`;
  return `action "${category}"${parents} appliesTo { principal: [Subject], resource: [Record], context: Circumstances };`;
}

/** The Cedar schema: the kinds of data are its actions, every closed vocabulary is an enum entity, nothing is optional. */
export function schemaText(): string {
  return [
    '// Printed from the vocabularies of the project by `policy:generate`; a test keeps it fresh.',
    ...Object.entries(ENUMS).map(enumText),
    `entity Subject = {\n${fieldsOf('principal')}\n};`,
    `entity Record = {\n${fieldsOf('resource')}\n};`,
    `type Circumstances = {\n${fieldsOf('context')}\n};`,
    CATEGORY_GROUPS.map((group) => `action "${group}";`).join('\n'),
    CATEGORIES.map(actionText).join('\n'),
    '',
  ].join('\n\n');
}
