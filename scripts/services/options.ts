import { optional, standard } from "../tasks/option.ts";

/* Options of commands that start services, each by one name for all of them. */

export const databaseIn = (file: string) =>
  standard(
    `sqlite:${file}`,
    'Database: "sqlite:<file>" or "postgres://user:password@host/name"; "env" takes it from DATABASE_URL',
  );

export const HOST = standard("127.0.0.1", "Address to listen at; 0.0.0.0 lets other machines in");

export const portAt = (port: string) => standard(port, "Port to listen at; 0 takes a free one");

export const PUBLIC_URLS = optional(
  "Addresses under which clients reach it, such as https://service.example, separated by commas",
);

export const PROXIES = standard("0", "Trusted proxies in front of it, which tell the clients' addresses");

export const LOG_LEVEL = standard("info", "Least of what is logged: debug, info, warn, error or silent");
