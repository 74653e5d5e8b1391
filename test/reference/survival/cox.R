# Rscript cox.R [seed] [cases] > cox.json: coxph over ties × entry × weights × strata × offset × cluster × start.
# coxph stops when the log likelihood no longer changes, up to 1e-7 standard errors before the maximum; a second fit from
# the first one's estimate takes the last Newton step.
# Not asked of R: the robust score test with an offset, which summary.coxph evaluates without the offset.
library(survival)
source("json.R")
args <- as.integer(commandArgs(TRUE))
set.seed(if (length(args) > 0) args[1] else 4)
cases <- if (length(args) > 1) args[2] else 28
control <- suppressWarnings(coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 30))
fitOne <- function(k) {
  ties <- c("efron", "breslow", "exact", "efron")[k %% 4 + 1]
  exact <- ties == "exact"
  n <- if (exact) sample(c(25, 40), 1) else sample(c(30, 60, 90), 1)
  p <- sample(1:4, 1)
  x <- cbind(round(rnorm(n), 3), rbinom(n, 1, 0.4), round(50 + 10 * rnorm(n), 1), sample(0:3, n, TRUE))[, 1:p, drop = FALSE]
  coarse <- if (exact) 0.5 else sample(c(0.01, 1, 4), 1)
  exit <- coarse * ceiling(rexp(n, exp(0.4 * x[, 1]) / 15) / coarse)
  event <- rbinom(n, 1, 0.7)
  entry <- if (k %% 3 == 0) { e <- coarse * floor(exit * runif(n) / coarse); ifelse(e < exit, e, 0) }
  weight <- if (!exact && k %% 5 < 2) { if (k %% 2) sample(1:3, n, TRUE) else round(runif(n, 0.3, 3), 2) }
  stratum <- if (k %% 7 < 3) sample(-1:1, n, TRUE)
  offset <- if (k %% 6 == 1) round(rnorm(n) / 2, 2)
  cluster <- if (!exact && k %% 4 == 1) sample(1:12, n, TRUE)
  robust <- !exact && k %% 8 == 3
  start <- if (k %% 9 == 4) c(0.1, 0.05, 0.01, -0.1)[1:p]
  d <- data.frame(exit, event)
  d$entry <- entry; d$stratum <- stratum; d$offset <- offset
  formula <- paste(if (is.null(entry)) "Surv(exit, event) ~ x" else "Surv(entry, exit, event) ~ x",
                   if (!is.null(stratum)) "+ strata(stratum)", if (!is.null(offset)) "+ offset(offset)")
  call <- list(formula = as.formula(formula, environment()), data = d, ties = ties, control = control)
  if (!is.null(start)) call$init <- start
  if (!is.null(weight)) { call$weights <- weight; call$robust <- robust }
  if (!is.null(cluster) || robust) { call$cluster <- if (is.null(cluster)) seq_len(n) else cluster; call$robust <- TRUE }
  first <- do.call(coxph, call)
  call$init <- unname(first$coefficients)
  fit <- do.call(coxph, call)
  moved <- fit$coefficients - if (is.null(start)) 0 else start
  list(
    ties = scalar(ties), entry = entry, exit = exit, event = event, weight = weight, stratum = stratum, offset = offset,
    cluster = cluster, robust = scalar(robust), start = start, covariates = lapply(1:p, function(a) x[, a]),
    expected = list(
      coefficients = unname(fit$coefficients), vcov = as.vector(fit$var),
      naiveVcov = as.vector(if (is.null(fit$naive.var)) fit$var else fit$naive.var),
      logLikelihood = c(first$loglik[1], fit$loglik[length(fit$loglik)]), score = scalar(first$score),
      wald = scalar(sum(moved * solve(fit$var, moved))),
      robustScore = if (is.null(offset) && !is.null(first$rscore)) scalar(first$rscore),
      scoreResiduals = if (!exact) as.vector(t(residuals(fit, "score")))))
}
software <- paste("R", getRversion(), "survival", packageVersion("survival"))
cat(json(list(software = scalar(software), cases = lapply(seq_len(cases), fitOne))), "\n")
