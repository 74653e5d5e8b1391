# The fits of bench/durationFit.ts in R: Rscript duration.R <task> <folder of the records> <fits> prints what it found as JSON.
# The task "versions" prints the versions of R and of both packages, empty for one that is not installed.
args <- commandArgs(trailingOnly = TRUE)
task <- args[1]
number <- function(x) paste(sprintf("%.17g", x), collapse = ",")
if (task == "versions") {
  version <- function(package) if (nzchar(system.file(package = package))) packageDescription(package)$Version else ""
  cat(sprintf('{"r":"%s.%s","survival":"%s","cmprsk":"%s"}', R.version$major, R.version$minor,
              version("survival"), version("cmprsk")))
  quit()
}
suppressPackageStartupMessages(library(survival))
if (task == "fine-gray-crr") suppressPackageStartupMessages(library(cmprsk))

folder <- file.path(args[2], if (startsWith(task, "cox-start-stop")) "cut" else "whole")
loading <- 0
column <- function(file) {
  start <- proc.time()[["elapsed"]]
  path <- file.path(folder, file)
  bytes <- c(f64 = 8, i32 = 4, u8 = 1)[[sub(".*[.]", "", file)]]
  what <- if (bytes == 8) "double" else "integer"
  values <- readBin(path, what, file.size(path) / bytes, size = bytes, signed = bytes > 1, endian = "little")
  loading <<- loading + proc.time()[["elapsed"]] - start
  values
}
x <- paste0("x", 1:5)
records <- function(...) {
  columns <- list(...)
  for (name in x) columns[[name]] <- column(paste0(name, ".f64"))
  as.data.frame(columns)
}
states <- function() factor(column("cause.u8"), 0:2, c("censored", "first", "second"))
model <- function(left) { # in the environment of the data, where cox.zph looks for them
  caller <- parent.frame()
  as.formula(paste(left, "~", paste(x, collapse = " + ")), env = caller)
}
days <- c(30, 180, 365, 1000, 2000, 3000)
curve <- function(d) function() {
  fit <- survfit(Surv(exit, event) ~ 1, data = d)
  at <- findInterval(days, fit$time)
  c(fit$surv[at], fit$surv[at] * fit$std.err[at])
}
cox <- function(fit) c(coef(fit), sqrt(diag(vcov(fit))), fit$loglik[2])

# Reads the columns, and gives the call that is timed.
prepare <- list(
  "kaplan-meier" = function() curve(data.frame(exit = column("exit.f64"), event = column("event.u8"))),
  "kaplan-meier-continuous" = function() curve(data.frame(exit = column("exitContinuous.f64"), event = column("event.u8"))),
  "log-rank" = function() {
    d <- data.frame(exit = column("exit.f64"), event = column("event.u8"), group = column("group.i32"))
    function() {
      test <- survdiff(Surv(exit, event) ~ group, data = d)
      c(test$chisq, test$obs, test$exp)
    }
  },
  "cox" = function() {
    d <- records(exit = column("exit.f64"), event = column("event.u8"))
    function() cox(coxph(model("Surv(exit, event)"), data = d))
  },
  "cox-clustered" = function() {
    d <- records(exit = column("exit.f64"), event = column("event.u8"), cluster = column("cluster.i32"))
    d$entry <- 0 # without entry the score residuals of survival 3.5 take many minutes
    function() cox(coxph(model("Surv(entry, exit, event)"), data = d, cluster = cluster))
  },
  "cox-zph" = function() {
    d <- records(exit = column("exit.f64"), event = column("event.u8"))
    fit <- coxph(model("Surv(exit, event)"), data = d)
    function() cox.zph(fit)$table[, "chisq"]
  },
  "cox-start-stop" = function() {
    d <- records(entry = column("entry.f64"), exit = column("exit.f64"), event = column("event.u8"))
    function() cox(coxph(model("Surv(entry, exit, event)"), data = d))
  },
  "cox-start-stop-clustered" = function() {
    d <- records(entry = column("entry.f64"), exit = column("exit.f64"), event = column("event.u8"),
                 subject = column("subject.i32"))
    function() cox(coxph(model("Surv(entry, exit, event)"), data = d, cluster = subject))
  },
  "aalen-johansen" = function() {
    d <- data.frame(exit = column("exit.f64"), state = states())
    function() {
      fit <- survfit(Surv(exit, state) ~ 1, data = d)
      at <- findInterval(days, fit$time)
      c(t(fit$pstate[at, ]), t(fit$std.err[at, ]))
    }
  },
  "fine-gray" = function() {
    d <- records(exit = column("exit.f64"), state = states())
    d$id <- seq_len(nrow(d))
    function() {
      weighted <- finegray(Surv(exit, state) ~ ., data = d, etype = "first", id = id)
      fit <- coxph(model("Surv(fgstart, fgstop, fgstatus)"), data = weighted, weights = fgwt, cluster = id)
      c(coef(fit), sqrt(diag(vcov(fit))))
    }
  },
  "fine-gray-crr" = function() {
    d <- records(exit = column("exit.f64"), cause = column("cause.u8"))
    function() {
      fit <- crr(d$exit, d$cause, as.matrix(d[x]), gtol = 1e-11) # the default leaves four digits
      c(fit$coef, sqrt(diag(fit$var)))
    }
  }
)
call <- prepare[[task]]()
ms <- c()
cpu <- 0
while (length(ms) < as.integer(args[3]) && sum(ms) < 60000) { # a fit of a minute is done once
  start <- proc.time()
  answer <- call()
  spent <- proc.time() - start
  ms <- c(ms, 1000 * spent[["elapsed"]])
  cpu <- cpu + 1000 * (spent[["user.self"]] + spent[["sys.self"]])
}
status <- if (file.exists("/proc/self/status")) readLines("/proc/self/status") else character()
peak <- as.numeric(gsub("[^0-9]", "", grep("^VmHWM:", status, value = TRUE))) * 1024
cat(sprintf('{"load":%s,"timing":{"median":%s,"min":%s,"first":%s,"repeats":%d},"cpu":%s,"peak":%s,"answer":[%s]}',
            number(1000 * loading), number(median(ms)), number(min(ms)), number(ms[1]), length(ms),
            number(cpu / length(ms)), if (length(peak) == 1) number(peak) else "null", number(answer)))
