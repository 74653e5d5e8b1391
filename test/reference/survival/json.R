# Writes R values as JSON with all digits; NA and NaN become null, infinities "Infinity" and "-Infinity".
json <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x)) {
    items <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(items, collapse = ","), "]"))
    return(paste0("{", paste0("\"", names(x), "\":", items, collapse = ","), "}"))
  }
  one <- if (is.character(x)) paste0("\"", x, "\"")
         else if (is.logical(x)) ifelse(is.na(x), "null", tolower(x))
         else ifelse(is.na(x), "null", ifelse(is.infinite(x), ifelse(x > 0, "\"Infinity\"", "\"-Infinity\""), sprintf("%.17g", x)))
  if (inherits(x, "scalar")) one else paste0("[", paste(one, collapse = ","), "]")
}
scalar <- function(x) structure(x, class = c("scalar", class(x)))
