import i18n, { type BackendModule, type ResourceKey } from 'i18next';
import { useSyncExternalStore } from 'react';
import { initReactI18next } from 'react-i18next';
import common from './texts/common.zh-CN';

export type Language = 'zh-CN' | 'en';

/** A text that travels with data (navigation, field tables) instead of standing in a text file. */
export type Text = string | { readonly zh: string; readonly en: string };

const STORED_AS = 'hb.language';

type TextFile = () => Promise<{ default: ResourceKey }>;

/**
 * Text files are found by place: `i18n/texts/common.en.ts` is namespace `common`; `areas/auth/texts/en.ts` is
 * namespace `auth`; `features/permits/texts/zh-CN.ts` is namespace `permits`. Nothing has to be registered.
 */
const files: Record<string, TextFile> = {
  ...(import.meta.glob('./texts/*.en.ts') as Record<string, TextFile>),
  ...(import.meta.glob('../{areas,features}/*/texts/{zh-CN,en}.ts') as Record<string, TextFile>),
};

function fileOf(language: string, namespace: string): TextFile | undefined {
  const suffixes = [`/${namespace}.${language}.ts`, `/${namespace}/texts/${language}.ts`];
  const path = Object.keys(files).find(name => suffixes.some(suffix => name.endsWith(suffix)));
  return path ? files[path] : undefined;
}

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = fileOf(language, namespace);
    if (!load) return done(new Error(`No texts for ${namespace} in ${language}`), null);
    load().then(
      file => done(null, file.default),
      (error: Error) => done(error, null),
    );
  },
};

function storedLanguage(): Language {
  try {
    return localStorage.getItem(STORED_AS) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

/** Starts the texts. Chinese `common` is in the first bundle; everything else arrives with its page. */
export async function startI18n(language: Language = storedLanguage()): Promise<void> {
  await i18n
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'zh-CN',
      supportedLngs: ['zh-CN', 'en'],
      load: 'currentOnly',
      ns: ['common'],
      defaultNS: 'common',
      fallbackNS: 'common',
      resources: { 'zh-CN': { common } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  document.documentElement.lang = language;
}

export async function setLanguage(language: Language): Promise<void> {
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(STORED_AS, language);
  } catch {
    // The choice still holds until the page is closed.
  }
}

export const language = (): Language => (i18n.language === 'en' ? 'en' : 'zh-CN');

export function useLanguage(): Language {
  return useSyncExternalStore(
    listener => {
      i18n.on('languageChanged', listener);
      return () => i18n.off('languageChanged', listener);
    },
    language,
  );
}

/** The wording of a two-language text in the language now in use. */
export function textOf(text: Text): string {
  return typeof text === 'string' ? text : language() === 'en' ? text.en : text.zh;
}

/** For route loaders: the page's texts arrive together with its code instead of after it. */
export const texts =
  (...namespaces: string[]) =>
  (): Promise<void> =>
    i18n.loadNamespaces(namespaces);

/** The shape of an English text file, drawn from the Chinese one: a missing or extra key does not compile. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
