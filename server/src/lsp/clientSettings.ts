import { DidChangeConfigurationNotification, MessageType, type Connection } from 'vscode-languageserver';
import { inLocale, type Locale } from '../text/localized';
import type { ClientProfile } from './clientProfile';
import { notice } from './notice';
import { defaultSettings, readSettings, type Settings } from './settings';

const section = 'gouji';

/** The settings per resource: asked of the client once per document and again after each change. */
export class ClientSettings {
  private readonly perResource = new Map<string, Promise<Settings>>();
  /** What clients that cannot be asked have sent on their own. */
  private pushed: Settings = defaultSettings;
  private readonly warned = new Set<string>();
  private readonly listeners: (() => void)[] = [];
  private generation = 0;
  private latest: Settings = defaultSettings;

  constructor(
    private readonly connection: Connection,
    private readonly client: ClientProfile,
  ) {
    if (client.initialSettings !== undefined) this.pushed = this.read(client.initialSettings);
    connection.onDidChangeConfiguration((params) => {
      const settings: unknown = (params as { settings?: unknown } | null)?.settings;
      if (!client.canPullConfiguration && typeof settings === 'object' && settings !== null) {
        this.pushed = this.read((settings as Record<string, unknown>)[section]);
      }
      this.generation++;
      this.perResource.clear();
      for (const listener of this.listeners) listener();
    });
  }

  /** To be called once the session is initialized: only then may a server register anything. */
  register(): void {
    if (!this.client.canRegisterConfiguration) return;
    this.connection.client.register(DidChangeConfigurationNotification.type, { section }).catch((error: unknown) => {
      this.connection.console.warn(`Changes of the settings could not be subscribed to: ${String(error)}`);
    });
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  of(uri: string): Promise<Settings> {
    if (!this.client.canPullConfiguration) return Promise.resolve(this.pushed);
    let settings = this.perResource.get(uri);
    if (!settings) this.perResource.set(uri, (settings = this.pull(uri)));
    return settings;
  }

  /** A number that changes with every change of the settings. */
  get revision(): number {
    return this.generation;
  }

  forget(uri: string): void {
    this.perResource.delete(uri);
  }

  /** The language of messages that belong to no document. */
  get locale(): Locale {
    return this.localeOf(this.latest);
  }

  /** The language messages are shown in: the setting, else the client's own language, else Chinese. */
  localeOf(settings: Settings): Locale {
    if (settings.locale !== 'auto') return settings.locale;
    const language = this.client.locale?.toLowerCase() ?? 'zh';
    return language.startsWith('zh') ? 'zh-cn' : 'en';
  }

  private async pull(uri: string): Promise<Settings> {
    try {
      return this.read(await this.connection.workspace.getConfiguration({ scopeUri: uri, section }));
    } catch (error) {
      this.connection.console.warn(`The client did not answer for its settings: ${String(error)}`);
      return defaultSettings;
    }
  }

  private read(value: unknown): Settings {
    const { settings, problems } = readSettings(value);
    for (const problem of problems) {
      if (this.warned.has(problem.en)) continue;
      this.warned.add(problem.en);
      notice(this.connection, MessageType.Warning, inLocale(problem, this.localeOf(settings)));
    }
    return (this.latest = settings);
  }
}
