# Answers of R to models of time, on small data made here: writes parametric.json.
#   cd test/reference/survival; Rscript parametric.R > parametric.json
# Delayed entry, which survreg has not, is fitted by direct optimisation of the truncated likelihood; Firth's penalty by
# scoring with the hat values of a weighted regression.
library(survival)
source("json.R")
set.seed(20240229)
n <- 90
d <- data.frame(x = round(rnorm(n), 3), year = 2000 + sample(0:23, n, TRUE), treated = rbinom(n, 1, 0.4),
                stratum = sample(1:3, n, TRUE), cluster = sample(1:17, n, TRUE), w = round(runif(n, 0.3, 3), 2),
                copies = sample(1:3, n, TRUE), offset = round(rnorm(n, 0, 0.3), 3))
t <- exp(2 + 0.5 * d$x - 0.4 * d$treated + 0.7 * log(rexp(n)))
c <- runif(n, 2, 25)
d$time <- pmax(1, ceiling(pmin(t, c)))
d$status <- as.integer(t <= c)
d$entry <- ifelse(runif(n) < 0.6, floor(runif(n) * d$time), 0)
d$lower <- ifelse(d$status == 0, d$time, ifelse(d$x > 1, 0, ifelse(d$x > -0.3, pmax(0.5, d$time - 2), d$time)))
d$upper <- ifelse(d$status == 0, Inf, ifelse(d$x > 1, d$time, ifelse(d$x > -0.3, d$time + 1, d$time)))

control <- survreg.control(rel.tolerance = 1e-14, maxiter = 200, outer.max = 10)
answer <- function(f) list(coefficients = unname(coef(f)), scale = unname(f$scale), vcov = unname(f$var),
  naive = unname(if (is.null(f$naive.var)) f$var else f$naive.var), loglik = f$loglik)
fit <- function(formula, dist, data = d, ...)
  answer(eval(substitute(survreg(formula, data = data, dist = dist, control = control, ...))))
right <- Surv(time, status) ~ x + year + treated
interval <- Surv(ifelse(lower == 0, NA, lower), upper, type = "interval2") ~ x + treated
# survreg's own robust variance leaves the weights out of the scores, and its scores of the log scale in intervals do not
# sum to 0 at the maximum: scores by differences of the log-likelihood instead.
sandwich <- function(f, dist) {
  F <- list(exponential = function(z) 1 - exp(-exp(z)), weibull = function(z) 1 - exp(-exp(z)), lognormal = pnorm, loglogistic = plogis)[[dist]]
  log_f <- list(exponential = function(z) z - exp(z), weibull = function(z) z - exp(z),
                lognormal = function(z) dnorm(z, log = TRUE), loglogistic = function(z) dlogis(z, log = TRUE))[[dist]]
  terms <- function(b) {
    sigma <- if (dist == "exponential") 1 else exp(b[4])
    z <- function(t) (log(t) - drop(cbind(1, d$x, d$treated) %*% b[1:3])) / sigma
    d$w * ifelse(d$lower == d$upper, log_f(z(d$lower)) - log(sigma), log(F(z(d$upper)) - F(z(d$lower))))
  }
  b <- c(coef(f), if (dist != "exponential") log(f$scale))
  scores <- sapply(seq_along(b), function(j) {
    e <- replace(0 * b, j, 1e-3)
    (8 * (terms(b + e) - terms(b - e)) - (terms(b + 2 * e) - terms(b - 2 * e))) / 12e-3
  })
  a <- answer(f)
  a$vcov <- unname(f$var %*% crossprod(rowsum(scores, d$cluster)) %*% f$var)
  a
}
aft <- list()
for (dist in c("exponential", "weibull", "lognormal", "loglogistic")) {
  p <- function(name) paste(dist, name)
  aft[[p("right")]] <- fit(right, dist)
  aft[[p("weights")]] <- fit(right, dist, weights = w)
  aft[[p("offset")]] <- fit(update(right, . ~ . + offset(offset)), dist)
  aft[[p("robust")]] <- fit(right, dist, robust = TRUE)
  aft[[p("cluster")]] <- fit(right, dist, cluster = cluster)
  aft[[p("copies clustered")]] <- fit(right, dist, data = d[rep(seq_len(n), d$copies), ], cluster = cluster)
  aft[[p("interval")]] <- fit(interval, dist)
  aft[[p("interval weighted clustered")]] <- sandwich(survreg(interval, data = d, dist = dist, control = control, weights = w), dist)
  if (dist != "exponential") {
    aft[[p("strata")]] <- fit(update(right, . ~ . + strata(stratum)), dist)
    aft[[p("strata cluster offset")]] <- fit(update(right, . ~ . + strata(stratum) + offset(offset)), dist, cluster = cluster)
    aft[[p("known scale")]] <- fit(right, dist, scale = 0.6)
  }
}
f <- survreg(right, data = d, dist = "weibull", control = control)
subject <- data.frame(x = 0.5, year = 2010, treated = 1)
q <- predict(f, subject, type = "quantile", p = c(0.1, 0.5, 0.9), se.fit = TRUE)
quantiles <- list(p = c(0.1, 0.5, 0.9), time = unname(c(q$fit)), se = unname(c(q$se.fit)))

# Truncated likelihood: log f or log S, less log S(entry); Newton with central differences of fourth order.
density <- list(exponential = function(z) z - exp(z), weibull = function(z) z - exp(z), lognormal = function(z) dnorm(z, log = TRUE),
                loglogistic = function(z) dlogis(z, log = TRUE))
survival <- list(exponential = function(z) -exp(z), weibull = function(z) -exp(z),
                 lognormal = function(z) pnorm(z, lower.tail = FALSE, log.p = TRUE),
                 loglogistic = function(z) plogis(z, lower.tail = FALSE, log.p = TRUE))
slope <- function(f, b, h) sapply(seq_along(b), function(j) {
  e <- replace(0 * b, j, h)
  (8 * (f(b + e) - f(b - e)) - (f(b + 2 * e) - f(b - 2 * e))) / (12 * h)
})
X <- cbind(1, d$x, d$treated)
delayed <- function(dist, w) {
  loglik <- function(b) {
    sigma <- if (dist == "exponential") 1 else exp(b[4])
    eta <- drop(X %*% b[1:3])
    z <- (log(d$time) - eta) / sigma
    start <- ifelse(d$entry > 0, survival[[dist]]((log(d$entry) - eta) / sigma), 0)
    sum(w * (ifelse(d$status == 1, density[[dist]](z) - log(sigma) - log(d$time), survival[[dist]](z)) - start))
  }
  b <- if (dist == "exponential") c(2, 0, 0) else c(2, 0, 0, 0)
  b <- optim(b, function(b) -loglik(b), method = "BFGS", control = list(reltol = 1e-15, maxit = 500))$par
  hessian <- function(b) slope(function(a) slope(loglik, a, 2e-3), b, 2e-3)
  curvature <- function(b) { m <- sapply(seq_along(b), function(j) { e <- replace(0 * b, j, 4e-3)
    (8 * (slope(loglik, b + e, 4e-3) - slope(loglik, b - e, 4e-3)) - (slope(loglik, b + 2 * e, 4e-3) - slope(loglik, b - 2 * e, 4e-3))) / (12 * 4e-3) }); (m + t(m)) / 2 }
  for (i in 1:4) b <- b - solve(curvature(b), slope(loglik, b, 1e-3))
  list(coefficients = b[1:3], scale = if (dist == "exponential") 1 else exp(b[4]), vcov = solve(-curvature(b)), loglik = loglik(b))
}
entry <- list()
for (dist in names(density)) {
  entry[[dist]] <- delayed(dist, rep(1, n))
  entry[[paste(dist, "weights")]] <- delayed(dist, d$w)
}

# Person-periods
rows <- rep(seq_len(n), d$time - d$entry)
pp <- d[rows, ]
pp$period <- unlist(mapply(function(a, b) (a + 1):b, d$entry, d$time, SIMPLIFY = FALSE))
pp$y <- as.integer(pp$period == pp$time & pp$status == 1)
pp$band <- pmin(4, ceiling(pp$period / 3)) # every band has events
short <- glm.control(epsilon = 1e-15, maxit = 100)
binary <- function(formula, link, cluster = NULL, weights = rep(1, nrow(pp))) {
  environment(formula) <- environment()
  f <- suppressWarnings(glm(formula, binomial(link), pp, weights = weights, control = short)) # warns of uneven weights
  for (i in 1:8) f <- suppressWarnings(glm(formula, binomial(link), pp, weights = weights, control = short, start = coef(f))) # glm stops by deviance
  V <- unname(vcov(f))
  a <- list(coefficients = unname(coef(f)), naive = V, vcov = V, deviance = deviance(f), loglik = -deviance(f) / 2)
  if (!is.null(cluster)) {
    scores <- model.matrix(f) * (residuals(f, "working") * f$weights)
    a$vcov <- unname(V %*% crossprod(rowsum(scores, cluster)) %*% V)
  }
  a
}
discrete <- list()
for (link in c("logit", "cloglog")) {
  p <- function(name) paste(link, name)
  discrete[[p("bands")]] <- binary(y ~ factor(band) - 1 + x + treated, link)
  discrete[[p("bands alone")]] <- binary(y ~ factor(band) - 1, link)
  discrete[[p("log")]] <- binary(y ~ log(period) + x + treated, link)
  discrete[[p("polynomial")]] <- binary(y ~ period + I(period^2) + I(period^3) + x, link)
  discrete[[p("cluster")]] <- binary(y ~ log(period) + x + year, link, cluster = pp$cluster)
  discrete[[p("robust")]] <- binary(y ~ log(period) + x + year, link, cluster = seq_len(nrow(pp)))
  discrete[[p("offset")]] <- binary(y ~ log(period) + x + offset(offset), link)
  discrete[[p("weighted clustered")]] <- binary(y ~ log(period) + x, link, cluster = pp$cluster, weights = pp$w)
}

# Firth: separated, because nobody with `only` had an event
pp$only <- as.integer(pp$y == 0 & pp$x > 1)
firth <- function(X, y, w) {
  b <- rep(0, ncol(X))
  for (i in 1:2000) {
    q <- plogis(drop(X %*% b))
    h <- hat(sqrt(w * q * (1 - q)) * X, intercept = FALSE)
    step <- solve(crossprod(X, w * q * (1 - q) * X), crossprod(X, w * (y - q) + h * (0.5 - q)))
    b <- b + drop(step)
    if (max(abs(step)) < 1e-14) break
  }
  information <- crossprod(X, w * q * (1 - q) * X)
  list(coefficients = unname(b), vcov = unname(solve(information)),
       loglik = sum(w * dbinom(y, 1, q, log = TRUE)) + determinant(information)$modulus[1] / 2)
}
Xf <- cbind(1, log(pp$period), pp$x, pp$only)
penalised <- list(plain = firth(Xf, pp$y, rep(1, nrow(pp))), weighted = firth(Xf, pp$y, pp$w))

cat(json(list(software = paste("R", getRversion(), "survival", packageVersion("survival")),
  data = as.list(d), accelerated = aft, quantiles = quantiles, delayed = entry, discrete = discrete, firth = penalised)))
