# Rscript howLong.R spells.csv > howLong.json, where `thaw how-long us-china --ended first-easing --by channel` wrote spells.csv.
# Under each bound of the dates: incidence by channel, the log-rank test (coxph's score test, as rows enter late) and hazard ratios.
library(survival)
source("json.R")
spells <- read.csv(commandArgs(TRUE)[1])
spells$cluster <- match(spells$cluster, sort(unique(spells$cluster), method = "radix"))
years <- c(1, 5, 10, 20)
control <- coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 30)
compared <- c("trade", "financial", "other", "arms")
under <- function(bound) {
  d <- spells
  d$entry <- d[[paste0("entry_", bound)]]
  exit <- if (bound == "high") ifelse(is.na(d$exit_high), d$exit_low, d$exit_high) else d$exit_low
  d$exit <- pmax(exit, d$entry + 0.5)
  d$state <- factor(d$cause, c("censored", "ended", "otherwise"))
  d$id <- seq_len(nrow(d))
  incidence <- lapply(split(d, d$channel), function(own) {
    if (length(unique(own$cluster)) < 2) return(NULL)
    fit <- survfit(Surv(entry, exit, state) ~ 1, own, id = id, influence = TRUE)
    k <- match("ended", fit$states)
    # survfit 3.5.3 leaves `cluster` aside where there is an id, so the influence of rows, after that at the origin, is summed here.
    influence <- rowsum(fit$influence.pstate[, -1, k], own$cluster)
    se <- sqrt(colSums(influence^2))
    at <- findInterval(365.25 * years, fit$time)
    beyond <- 365.25 * years > max(own$exit) & fit$pstate[nrow(fit$pstate), 1] > 1e-12
    share <- ifelse(beyond, NA, c(0, fit$pstate[, k])[at + 1])
    inside <- ifelse(share > 1e-12 & share < 1 - 1e-12, share, NA)
    width <- qnorm(0.975) * c(0, se)[at + 1] / inside / log(inside)
    list(share = share, lower = exp(-exp(log(-log(inside)) - width)), upper = exp(-exp(log(-log(inside)) + width)))
  })
  own <- d[d$channel %in% compared, ]
  own$channel <- factor(own$channel, compared)
  own$event <- as.integer(own$cause == "ended")
  logRank <- coxph(Surv(entry, exit, event) ~ channel, own, ties = "exact", iter.max = 0, init = rep(0, 3))
  f <- Surv(entry, exit, event) ~ channel
  fit <- coxph(f, own, cluster = cluster, control = control)
  fit <- suppressWarnings(coxph(f, own, cluster = cluster, control = control, init = coef(fit)))
  list(incidence = Filter(Negate(is.null), incidence), logRank = scalar(pchisq(logRank$score, 3, lower.tail = FALSE)),
    ratio = exp(unname(coef(fit))), lower = unname(exp(confint(fit)[, 1])), upper = unname(exp(confint(fit)[, 2])))
}
columns <- spells[c("spell", "cluster", "channel", "origin_earliest", "origin_latest", "exit_low", "exit_high", "cause")]
cat(json(list(software = scalar(paste("R", getRversion(), "survival", packageVersion("survival"))),
  cases = list(list(compared = compared, columns = as.list(columns), low = under("low"), high = under("high"))))), "\n")
