using Dashboard.Application.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Infrastructure.Persistence.Mapping;

internal sealed class ChangeMapping : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.ToTable("Changes").HasKey(c => c.Sequence);
        builder.Property(c => c.Sequence).ValueGeneratedOnAdd();
        builder.Property(c => c.CorrelationId).HasMaxLength(200);
        builder.HasIndex(c => c.Id).IsUnique();
        builder.HasIndex(c => new { c.WorkspaceId, c.State, c.Sequence });
        builder.HasIndex(c => new { c.WorkspaceId, c.TaskId, c.Sequence });
        builder.HasIndex(c => new { c.WorkspaceId, c.BatchId, c.State });
        builder.HasIndex(c => new { c.WorkspaceId, c.ProvisionalId });
    }
}
