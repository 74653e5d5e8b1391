# Rscript afterCox.R [seed] > afterCox.json: what R makes of Cox fits, over entry × weights × strata × ties, every other one clustered.
library(survival)
source("json.R")
args <- as.integer(commandArgs(TRUE))
set.seed(if (length(args) > 0) args[1] else 7)
options <- expand.grid(ties = c("efron", "breslow"), strata = c(FALSE, TRUE), weights = c(FALSE, TRUE), entry = c(FALSE, TRUE), stringsAsFactors = FALSE)
rows <- function(m) as.vector(t(m))
result <- lapply(seq_len(nrow(options)), function(k) {
  o <- options[k, ]
  n <- 40
  d <- data.frame(x1 = round(rnorm(n), 2), x2 = rbinom(n, 1, 0.4))
  end <- ceiling(12 * rexp(n) / exp(0.6 * d$x1 - 0.5 * d$x2))
  stop <- ceiling(30 * runif(n))
  d$exit <- pmin(end, stop)
  d$event <- as.integer(end <= stop)
  d$entry <- if (o$entry) pmax(0, d$exit - 1 - floor(rexp(n) * 8)) else 0
  d$weight <- if (o$weights) sample(c(0.5, 1, 2, 3), n, TRUE) else 1
  d$stratum <- if (o$strata) sample(c(1, 4), n, TRUE) else 1
  d$cluster <- sample(1:12, n, TRUE)
  clustered <- k %% 2 == (k %/% 4) %% 2
  response <- if (o$entry) "Surv(entry, exit, event)" else "Surv(exit, event)"
  f <- as.formula(paste(response, "~ x1 + x2", if (o$strata) "+ strata(stratum)"))
  call <- list(f, data = d, ties = o$ties, control = coxph.control(eps = 1e-13, iter.max = 50), model = TRUE, x = TRUE)
  if (o$weights) call$weights <- quote(weight)
  if (clustered) call$cluster <- quote(cluster)
  fit <- do.call(coxph, call)
  new <- data.frame(x1 = c(0.4, -1), x2 = c(1, 0), stratum = c(1, if (o$strata) 4 else 1), entry = 0, exit = c(6, 17), event = 0)
  curve <- survfit(fit, newdata = new, conf.type = "log-log")
  base <- basehaz(fit, centered = TRUE)
  linear <- predict(fit, new, type = "lp", se.fit = TRUE)
  sample <- predict(fit, new, type = "lp", reference = "sample")
  risk <- predict(fit, new, type = "risk", se.fit = TRUE)
  expected <- predict(fit, new, type = "expected", se.fit = TRUE)
  # with delayed entry predict's error differs from survfit's, which is the one for rows that enter at 0
  if (o$entry) expected$se.fit <- sapply(1:2, function(i) {
    one <- survfit(fit, newdata = new[i, ])
    c(0, one$std.err)[1 + sum(one$time <= new$exit[i])]
  })
  terms <- predict(fit, type = "terms", se.fit = TRUE)
  harrell <- concordance(fit)
  weighted <- if (!o$entry) sapply(c("S", "S/G", "n/G2", "I"), function(w) {
    r <- concordance(fit, timewt = w)
    c(r$concordance, sqrt(r$var))
  }) else NULL
  list(
    ties = scalar(o$ties), robust = scalar(!is.null(fit$naive.var)),
    entry = if (o$entry) d$entry, exit = d$exit, event = d$event, weight = if (o$weights) d$weight,
    stratum = if (o$strata) d$stratum, cluster = if (clustered) d$cluster, group = d$cluster, x1 = d$x1, x2 = d$x2,
    residuals = list(
      martingale = residuals(fit), deviance = residuals(fit, "deviance"), collapsed = as.vector(residuals(fit, collapse = d$cluster, weighted = TRUE)),
      score = rows(residuals(fit, "score")), dfbeta = rows(residuals(fit, "dfbeta")), dfbetas = rows(residuals(fit, "dfbetas")),
      schoenfeld = rows(residuals(fit, "schoenfeld")), scaled = rows(residuals(fit, "scaledsch"))),
    zph = lapply(c(km = "km", rank = "rank", identity = "identity", log = "log"), function(g) rows(cox.zph(fit, transform = g)$table)),
    new = list(x1 = new$x1, x2 = new$x2, stratum = new$stratum, exit = new$exit),
    hazard = list(time = base$time, hazard = base$hazard),
    curves = lapply(list(survival = curve$surv, se = curve$std.err, lower = curve$lower, upper = curve$upper), as.vector),
    atRisk = curve$n.risk, events = curve$n.event, censored = curve$n.censor,
    linear = linear$fit, linearSe = linear$se.fit, sample = sample, risk = risk$fit, riskSe = risk$se.fit,
    expected = expected$fit, expectedSe = expected$se.fit, terms = rows(terms$fit), termsSe = rows(terms$se.fit),
    concordance = list(value = c(harrell$concordance, sqrt(harrell$var)), counts = rows(rbind(harrell$count)), weighted = if (!is.null(weighted)) rows(t(weighted)))
  )
})
cat(json(list(software = scalar(paste("R", getRversion(), "survival", packageVersion("survival"))), cases = result)), "\n")
