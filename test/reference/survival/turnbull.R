# Rscript turnbull.R > turnbull.json: inspection data and R's Turnbull estimate, which stops when survival moves less than 5e-5.
library(survival)
source("json.R")
set.seed(3)
result <- lapply(1:8, function(k) {
  n <- c(25, 80)[k %% 2 + 1]
  t <- rexp(n, 0.12)
  left <- numeric(n)
  right <- numeric(n)
  for (i in seq_len(n)) {
    visits <- c(0, cumsum(sample(1:4, 12, TRUE)))
    visits <- visits[visits <= 22]
    left[i] <- max(visits[visits < t[i]])
    right[i] <- if (any(visits >= t[i])) min(visits[visits >= t[i]]) else Inf
    if (k > 4 && i %% 3 == 0 && is.finite(right[i])) left[i] <- right[i] <- ceiling(t[i])
  }
  weight <- if (k %% 4 == 0) sample(1:3, n, TRUE)
  fit <- survfit(Surv(left, ifelse(is.finite(right), right, NA), type = "interval2") ~ 1, weights = if (is.null(weight)) rep(1, n) else weight)
  at <- seq(0.25, 22.25, 0.5)
  list(left = left, right = right, weight = weight, at = at, survival = summary(fit, times = at, extend = TRUE)$surv)
})
cat(json(list(software = scalar(paste("R", getRversion(), "survival", packageVersion("survival"))), cases = result)), "\n")
