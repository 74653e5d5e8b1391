# Rscript aalenJohansen.R > aalenJohansen.json    (survival 3.8.6: the mean times of older versions differ)
suppressMessages(library(survival)); source("json.R"); set.seed(11)
states <- c("well", "ill", "dead")
one <- function(id) {
  state <- sample(1:2, 1, prob = c(.8, .2)); time <- sample(0:5, 1); rows <- NULL
  for (k in 1:5) {
    to <- sample(0:3, 1, prob = c(.35, .2, .25, .2)); if (to == state) to <- 0
    rows <- rbind(rows, data.frame(id, cluster = id %/% 3, group = 1 + (id > 25), entry = time, exit = time + sample(1:6, 1), from = state, to, weight = round(runif(1, .3, 3), 1)))
    time <- rows$exit[k]; if (to > 0) state <- to; if (state == 3) break
  }
  rows
}
d <- do.call(rbind, lapply(1:50, one)); d <- d[order(d$group), ]
d$event <- factor(d$to, 0:3, c("censored", states)); d$state <- factor(states[d$from], states)
r <- data.frame(time = ceiling(rexp(60, .15)), cause = sample(0:2, 60, TRUE), weight = sample(1:4, 60, TRUE) / 2)
r$event <- factor(r$cause, 0:2)
answer <- function(f, tau) { t <- summary(f, rmean = tau)$table
  list(time = f$time, probability = c(t(f$pstate)), se = c(t(f$std.err)), lower = c(t(f$lower)), upper = c(t(f$upper)), initial = c(t(f$p0)),
       atRisk = c(t(f$n.risk)), events = c(t(f$n.event)), censored = c(t(f$n.censor)), cumulativeHazard = c(t(f$cumhaz)), cumulativeHazardSe = c(t(f$std.chaz)),
       mean = unname(t[, "rmean"]), meanSe = unname(t[, "se(rmean)"])) }
cat(json(list(software = paste("R survival", packageVersion("survival")),
  multiState = d[c("id", "cluster", "group", "entry", "exit", "from", "to", "weight")], competing = r[c("time", "cause", "weight")],
  answers = list(
    plain = answer(survfit(Surv(entry, exit, event) ~ 1, d, id = id, istate = state), 18),
    weights = answer(survfit(Surv(entry, exit, event) ~ 1, d, id = id, istate = state, weights = weight, conf.type = "log-log"), 20.5),
    clusters = answer(survfit(Surv(entry, exit, event) ~ 1, d, id = id, istate = state, weights = weight, cluster = cluster, conf.type = "plain"), 18),
    groups = answer(survfit(Surv(entry, exit, event) ~ group, d, id = id, istate = state, start.time = 4), 18),
    competing = answer(survfit(Surv(time, event) ~ 1, r), 12),
    competingWeights = answer(survfit(Surv(time, event) ~ 1, r, weights = weight), 12))) |> (\(x) { x$multiState <- as.list(x$multiState); x$competing <- as.list(x$competing); x })()), "\n")
