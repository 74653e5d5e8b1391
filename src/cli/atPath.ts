import {ThawError} from "../errors.ts";

const words: Readonly<Record<string, string>> = {
  ENOENT: "no such folder",
  ENOTDIR: "a part of the path is not a folder",
  EISDIR: "it is a folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "read-only file system",
  ENOSPC: "no space left"
};

/**
 * Does work at a path that the user named, so that what the file system refuses is told as the user's to mend.
 * @throws conflict `cli/file-exists`, incorrect `cli/cannot-write`, and what the work throws for other reasons
 */
export async function atPath<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const {code = ""} = error as NodeJS.ErrnoException;
    const options = {cause: error, details: {path}};
    if (code === "EEXIST") {
      throw new ThawError(
        "conflict",
        "cli/file-exists",
        `file exists: ${path}; name a new one, or add --force`,
        options
      );
    }
    if (code in words) {
      const message = `cannot write ${path}: ${words[code]}; name another place`;
      throw new ThawError("incorrect", "cli/cannot-write", message, options);
    }
    throw error;
  }
}
