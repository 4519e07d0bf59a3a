const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Lisu}/u,
];

/** Whether a text mixes scripts that share their looks, as no language does. */
export const isMixedScript = (text: string): boolean => SCRIPTS.filter((script) => script.test(text)).length > 1;
