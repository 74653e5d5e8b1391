# Rscript survivalCurves.R [seed] [cases] > survivalCurves.json: random spells with ties and R's curves, quantiles and means.
library(survival)
source("json.R")
args <- as.integer(commandArgs(TRUE))
seed <- if (length(args) > 0) args[1] else 1
cases <- if (length(args) > 1) args[2] else 24
set.seed(seed)
curve <- function(k) {
  n <- sample(c(12, 30, 60), 1)
  whole <- runif(1) < 0.7
  exit <- if (whole) sample(1:15, n, TRUE) else round(rexp(n, 0.2), 2) + 0.01
  exit <- round(exit, 2)
  entry <- if (k %% 2 == 0) round(exit - (if (whole) sample(1:8, n, TRUE) else round(rexp(n, 0.3), 2) + 0.01), 2)
  event <- rbinom(n, 1, 0.65)
  weight <- list(NULL, sample(1:3, n, TRUE), round(runif(n, 0.3, 2), 3))[[k %% 3 + 1]]
  group <- sample(1:sample(3, 1), n, TRUE)
  cluster <- if (k %% 5 == 0) sample(seq_len(n %/% 3), n, TRUE)
  stype <- 1 + (k %% 4 == 3)
  ctype <- 1 + (k %% 8 == 7)
  conf.type <- c("log", "log-log", "plain", "logit", "arcsin")[k %% 5 + 1]
  level <- sample(c(0.8, 0.9, 0.95), 1)
  y <- if (is.null(entry)) Surv(exit, event) else Surv(entry, exit, event)
  d <- data.frame(group = group)
  d$w <- if (is.null(weight)) 1 else weight
  extra <- if (is.null(cluster)) list() else list(cluster = cluster)
  fit <- do.call(survfit, c(list(y ~ group, data = d, weights = d$w, stype = stype, ctype = ctype, conf.type = conf.type, conf.int = level), extra))
  if (is.null(fit$strata)) fit$strata <- c(one = length(fit$time))
  q <- quantile(fit, c(0.1, 0.25, 0.5, 0.75, 0.9))
  tau <- max(fit$time) * 0.6
  table <- function(r) { m <- summary(fit, rmean = r)$table; if (!is.matrix(m)) m <- t(m); list(mean = unname(m[, "rmean"]), se = unname(m[, "se(rmean)"])) }
  list(
    entry = entry, exit = exit, event = event, weight = weight, group = group, cluster = cluster,
    stype = scalar(stype), ctype = scalar(ctype), interval = scalar(conf.type), level = scalar(level),
    expected = list(
      rows = unname(as.vector(fit$strata)), time = fit$time, atRisk = fit$n.risk, events = fit$n.event, censored = fit$n.censor,
      survival = fit$surv, stdErr = fit$std.err, logse = scalar(fit$logse), cumulativeHazard = fit$cumhaz,
      cumulativeHazardSe = fit$std.chaz, lower = fit$lower, upper = fit$upper,
      quantiles = lapply(q, function(m) as.vector(t(m))), mean = table("common"), tau = scalar(tau), meanToTau = table(tau)
    )
  )
}
result <- lapply(seq_len(cases), curve)
cat(json(list(software = scalar(paste("R", getRversion(), "survival", packageVersion("survival"))), cases = result)), "\n")
