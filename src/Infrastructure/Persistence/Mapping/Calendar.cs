using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces.Holidays;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Infrastructure.Persistence.Mapping;

internal sealed class PersonSettingsMapping : IEntityTypeConfiguration<PersonSettings>
{
    public void Configure(EntityTypeBuilder<PersonSettings> builder)
    {
        builder.ToTable("PersonSettings").HasKey(s => s.PersonId);
        builder.Property(s => s.PersonId).ValueGeneratedNever();
        builder.Property(s => s.TimeZone).HasMaxLength(PersonSettings.LongestZone);
        builder.Property(s => s.Minutes).HasMaxLength(PersonSettings.LongestMinutes);
    }
}

internal sealed class DayOffMapping : IEntityTypeConfiguration<DayOff>
{
    public void Configure(EntityTypeBuilder<DayOff> builder)
    {
        builder.ToTable("DaysOff").HasKey(d => new { d.PersonId, d.Date });
        builder.Property(d => d.Name).HasMaxLength(FreeDay.LongestName);
    }
}

internal sealed class HolidayMapping : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> builder)
    {
        builder.ToTable("Holidays").HasKey(h => new { h.WorkspaceId, h.Date });
        builder.Property(h => h.Name).HasMaxLength(FreeDay.LongestName);
    }
}
