export {addDays, addYears, civil, civilDay, type Day, formatDay, parseDay, utcDay, yearOf} from "./day.ts";
export {parseEdtf} from "./edtf.ts";
export {type Answer, before, exactly, type ImpreciseDay, isExact, onOrBefore, sameDay} from "./impreciseDay.ts";
export {contains, lengthInDays, type Period, period} from "./period.ts";
