# Rscript frailty.R > frailty.json: coxph with frailty(…, distribution = "gamma"), theta given and estimated; weights as copies of rows.
library(survival)
source("json.R")
set.seed(11)
options <- expand.grid(groups = c(4, 20), strata = c(FALSE, TRUE), entry = c(FALSE, TRUE), ties = c("efron", "breslow"), stringsAsFactors = FALSE)
result <- lapply(seq_len(nrow(options)), function(k) {
  o <- options[k, ]
  n <- 120
  d <- data.frame(group = sample(seq_len(o$groups), n, TRUE), x1 = round(rnorm(n), 2), x2 = rbinom(n, 1, 0.4))
  frailty <- rgamma(o$groups, 2) / 2
  end <- ceiling(20 * rexp(n) / exp(0.5 * d$x1 - 0.5 * d$x2) / frailty[d$group])
  stop <- ceiling(60 * runif(n))
  d$exit <- pmin(end, stop)
  d$event <- as.integer(end <= stop)
  d$entry <- if (o$entry) pmax(0, d$exit - 1 - floor(rexp(n) * 15)) else 0
  d$stratum <- if (o$strata) sample(1:2, n, TRUE) else 1
  weight <- if (o$ties == "breslow") sample(1:3, n, TRUE) else rep(1, n)
  response <- if (o$entry) "Surv(entry, exit, event)" else "Surv(exit, event)"
  fit <- function(theta) {
    random <- if (is.null(theta)) "frailty(group, distribution = 'gamma', eps = 1e-11)" else paste0("frailty(group, distribution = 'gamma', theta = ", theta, ")")
    model <- function(random) as.formula(paste(response, "~ x1 + x2", random, if (o$strata) "+ strata(stratum)"))
    copies <- d[rep(seq_len(n), weight), ]
    r <- coxph(model(paste("+", random)), copies, ties = o$ties, control = coxph.control(eps = 1e-13, iter.max = 1000, outer.max = 500))
    h <- r$history[[1]]
    list(theta = scalar(if (is.null(theta)) h$theta else theta), coefficients = r$coefficients[1:2], vcov = as.vector(r$var[1:2, 1:2]), integrated = scalar(if (is.null(theta)) h$c.loglik else NA), noFrailty = scalar(coxph(model(NULL), copies, ties = o$ties, control = coxph.control(eps = 1e-13))$loglik[2]))
  }
  list(
    ties = scalar(o$ties), entry = if (o$entry) d$entry, exit = d$exit, event = d$event, weight = weight,
    stratum = if (o$strata) d$stratum, group = d$group, x1 = d$x1, x2 = d$x2, given = fit(0.4), estimated = fit(NULL)
  )
})
cat(json(list(software = scalar(paste("R", getRversion(), "survival", packageVersion("survival"))), cases = result)), "\n")
