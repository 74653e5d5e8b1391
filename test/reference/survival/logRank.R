# Rscript logRank.R [seed] [cases] > logRank.json: survdiff without entry; with it, the score test of an exact-ties Cox model.
library(survival)
source("json.R")
args <- as.integer(commandArgs(TRUE))
set.seed(if (length(args) > 0) args[1] else 2)
cases <- if (length(args) > 1) args[2] else 16
result <- lapply(seq_len(cases), function(k) {
  n <- sample(c(20, 50, 90), 1)
  exit <- sample(1:15, n, TRUE)
  event <- rbinom(n, 1, 0.65)
  group <- sample(1:sample(2:4, 1), n, TRUE)
  stratum <- if (k %% 3 == 0) sample(1:3, n, TRUE)
  entry <- if (k %% 4 == 0) exit - sample(1:8, n, TRUE)
  rho <- if (is.null(entry)) c(0, 1, 0.5)[k %% 3 + 1] else 0
  d <- data.frame(exit, event, group = factor(group), stratum = if (is.null(stratum)) 1 else stratum)
  expected <- if (is.null(entry)) {
    f <- if (is.null(stratum)) Surv(exit, event) ~ group else Surv(exit, event) ~ group + strata(stratum)
    r <- survdiff(f, d, rho = rho)
    sums <- function(m) if (is.matrix(m)) rowSums(m) else as.vector(m)
    list(statistic = scalar(r$chisq), df = scalar(sum(sums(r$exp) > 0) - 1), observed = sums(r$obs), expected = sums(r$exp), variance = as.vector(r$var))
  } else {
    f <- if (is.null(stratum)) Surv(entry, exit, event) ~ group else Surv(entry, exit, event) ~ group + strata(stratum)
    r <- coxph(f, d, ties = "exact", init = rep(0, nlevels(d$group) - 1), iter.max = 0)
    list(statistic = scalar(r$score), df = scalar(nlevels(d$group) - 1))
  }
  list(entry = entry, exit = exit, event = event, group = group, stratum = stratum, rho = scalar(rho), expected = expected)
})
cat(json(list(software = scalar(paste("R", getRversion(), "survival", packageVersion("survival"))), cases = result)), "\n")
