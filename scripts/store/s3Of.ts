import type { S3Options } from "../../services/store/blobs/createS3Blobs.ts";
import { badInput } from "../input/badInput.ts";

/** The bucket named by an address such as "https://s3.example/bucket"; its keys come from the environment alone. */
export function s3Of(text: string | undefined): S3Options | undefined {
  if (text === undefined) return undefined;
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_REGION: region } = process.env;
  if (!accessKeyId || !secretAccessKey) {
    throw badInput("The keys of the bucket are missing", "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
  }
  const [endpoint = "", bucket = ""] = [text.slice(0, text.lastIndexOf("/")), text.slice(text.lastIndexOf("/") + 1)];
  if (!/^https?:\/\/[^/]/.test(endpoint) || bucket === "") {
    throw badInput(`--s3 is "${text}", which names no bucket`, 'Write it as "https://s3.example/bucket"');
  }
  return { endpoint, bucket, region: region ?? "us-east-1", accessKeyId, secretAccessKey };
}
