declare module "virtual:thaw/catalogue" {
  const catalogue: readonly import("./data/catalogueEntry.ts").CatalogueEntry[];
  export default catalogue;
}
declare module "virtual:thaw/charts.css";
