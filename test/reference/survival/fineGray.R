# Rscript fineGray.R > fineGray.json    (survival 3.8.6, cmprsk 2.2)
suppressMessages({library(survival); library(cmprsk)}); source("json.R"); set.seed(5); n <- 90
d <- data.frame(x1 = round(rnorm(n), 2), x2 = rbinom(n, 1, .5), entry = sample(0:3, n, TRUE), weight = sample(2:9, n, TRUE) / 4, stratum = sample(1:2, n, TRUE), cluster = sample(1:20, n, TRUE), id = 1:n)
t <- rexp(n, .12 * exp(.6 * d$x1 - .3 * d$x2)); c <- runif(n, 0, 20); d$exit <- d$entry + ceiling(pmin(t, c)); d$cause <- ifelse(c < t, 0, sample(1:2, n, TRUE))
d$event <- factor(d$cause, 0:2, c("censored", "a", "b"))
ct <- coxph.control(eps = 1e-14, iter.max = 50, toler.chol = 1e-15)
fg <- function(surv, tail = "", weights = NULL, ...) {
  a <- list(as.formula(paste(surv, "~ x1 + x2 + weight + cluster + id", tail)), data = d, etype = "a", id = quote(id))
  if (tail != "") { d$s <- d$stratum; a$data <- d; a[[1]] <- update(a[[1]], . ~ . + s) }
  p <- do.call(finegray, a)
  if (!is.null(weights)) p$fgwt <- p$fgwt * p$weight # finegray(weights = ) takes those of other rows when there are strata
  model <- as.formula(paste("Surv(fgstart, fgstop, fgstatus) ~ x1 + x2", if (tail != "") "+ strata(s)"))
  f <- suppressWarnings(do.call(coxph, list(model, data = p, weights = quote(fgwt), control = ct, ...)))
  list(coefficients = unname(coef(f)), vcov = c(unname(vcov(f))), loglik = f$loglik)
}
crrOf <- function(...) { f <- crr(d$exit, d$cause, as.matrix(d[c("x1", "x2")]), gtol = 1e-15, maxiter = 60, ...)
  list(coefficients = unname(f$coef), vcov = c(f$var), loglik = c(f$loglik.null, f$loglik), predicted = predict(f, c(.5, 1))[, 2]) }
right <- "Surv(exit, event)"; late <- "Surv(entry, exit, event)"
tests <- function(g) c(g$Tests[, "stat"], g$Tests[, "pv"])
g <- cuminc(d$exit, d$cause, d$stratum)
curve <- function(z) { k <- seq(3, length(z$time) - 1, 2); list(time = z$time[k], incidence = z$est[k], variance = z$var[k]) }
f <- coxph(Surv(exit, event) ~ x1 + x2, d, id = id, control = ct); s <- survfit(f, newdata = data.frame(x1 = .5, x2 = 1))
cat(json(list(software = list(survival = paste("R survival", packageVersion("survival")), cmprsk = paste("R cmprsk", packageVersion("cmprsk"))),
  data = as.list(d[c("x1", "x2", "entry", "exit", "cause", "weight", "stratum", "cluster")]),
  answers = list(efron = fg(right, cluster = quote(id)), breslow = fg(right, cluster = quote(id), ties = "breslow"), clusters = fg(right, cluster = quote(cluster)), pieces = fg(right), model = fg(right, robust = FALSE),
    weights = fg(right, "", TRUE, cluster = quote(id)), strata = fg(right, "+ strata(stratum)", cluster = quote(id)), entry = fg(late, cluster = quote(id)), entryWeightsStrata = fg(late, "+ strata(stratum)", TRUE, cluster = quote(id)),
    crr = crrOf(), crrGroups = crrOf(cengroup = d$stratum)),
  gray = list(plain = tests(g), strata = tests(cuminc(d$exit, d$cause, d$cluster %% 3, strata = d$stratum, rho = .5))),
  incidence = lapply(g[names(g) != "Tests"], curve),
  causeSpecific = list(coefficients = unname(coef(f)), time = s$time, probability = c(s$pstate)))), "\n")
