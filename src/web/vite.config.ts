import {fileURLToPath} from "node:url";
import {defineConfig, type UserConfig} from "vite";
import {webData} from "../../tools/webData.ts";
import {webPages} from "../../tools/webPages.ts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const config: UserConfig = {
  root: at("."),
  base: "./",
  plugins: [webData(), webPages()],
  worker: {format: "es"},
  build: {
    outDir: at("../../dist/web"),
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {index: at("index.html"), sw: at("serviceWorker.ts")},
      output: {entryFileNames: ({name}) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js")}
    }
  }
};

export default defineConfig(({command}) => {
  if (command === "build") process.env.NODE_ENV = "production"; // also where a test, which is in another, builds
  return config;
});
