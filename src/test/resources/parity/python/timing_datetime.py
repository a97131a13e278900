from datetime import date, datetime, time, timedelta, timezone

moment = datetime(2024, 2, 29, 13, 5, 7, 89, tzinfo=timezone.utc)
print(moment, repr(moment), moment.isoformat())
print(moment.strftime('%d.%m.%y %H:%M %j %A'), datetime.strptime('1/2/03', '%d/%m/%y'))
print(date(2024, 3, 1) - date(2024, 2, 1), timedelta(days=1.5), -timedelta(seconds=1))
print(datetime.fromisoformat('2024-01-02T03:04:05+02:00').astimezone(timezone.utc))
print(time(1, 2).replace(hour=3), date.fromordinal(1), date(2024, 12, 30).isocalendar()[:2])
try:
    date(2023, 2, 29)
except ValueError as error:
    print(type(error).__name__)
