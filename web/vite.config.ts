// Builds the explorer into the one file that the crate embeds.
import { defineConfig } from "vite";
import { sealed } from "./build/sealed.ts";

export default defineConfig({
  plugins: [sealed()],
  build: {
    outDir: "../assets",
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    rolldownOptions: { input: "explorer.html" },
  },
  server: { fs: { allow: [".."] } },
});
