using Dashboard.Application.People;
using Dashboard.Application.Workspaces;
using Dashboard.Infrastructure.Persistence.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Infrastructure.Persistence.Mapping;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People").HasKey(p => p.Id);
        builder.Property(p => p.Issuer).HasMaxLength(400);
        builder.Property(p => p.Subject).HasMaxLength(255);
        builder.HasIndex(p => new { p.Issuer, p.Subject }).IsUnique();
    }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions").HasKey(s => s.KeyHash);
        builder.Property(s => s.KeyHash).HasMaxLength(64);
        builder.Property(s => s.ProviderSession).HasMaxLength(255);
        builder.Property(s => s.Browser).HasMaxLength(200);
        builder.HasIndex(s => s.PersonId);
        builder.HasIndex(s => s.EndsAt);
    }
}

internal sealed class SignInAttemptMapping : IEntityTypeConfiguration<SignInAttempt>
{
    public void Configure(EntityTypeBuilder<SignInAttempt> builder)
    {
        builder.ToTable("SignInAttempts").HasKey(a => a.Id);
        builder.Property(a => a.Id).HasMaxLength(64);
        builder.Property(a => a.BrowserHash).HasMaxLength(64);
        builder.HasIndex(a => a.ExpiresAt);
    }
}

internal sealed class WorkspaceMapping : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> builder)
    {
        builder.ToTable("Workspaces").HasKey(w => w.Id);
        builder.Property(w => w.Slug).HasMaxLength(60);
        builder.Property(w => w.Name).HasMaxLength(100);
        builder.Property(w => w.OwnersVersion).IsConcurrencyToken();
        builder.HasIndex(w => w.Slug).IsUnique();
    }
}

internal sealed class MemberMapping : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("Members").HasKey(m => new { m.WorkspaceId, m.PersonId });
        builder.HasIndex(m => m.PersonId);
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations").HasKey(i => i.Id);
        builder.Property(i => i.TokenHash).HasMaxLength(64);
        // Accepted or withdrawn once, whoever comes first.
        builder.Property(i => i.AcceptedAt).IsConcurrencyToken();
        builder.Property(i => i.WithdrawnAt).IsConcurrencyToken();
        builder.HasIndex(i => i.TokenHash).IsUnique();
        builder.HasIndex(i => i.WorkspaceId);
    }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("Audit").HasKey(a => a.Id);
        builder.Property(a => a.Action).HasMaxLength(100);
        builder.HasIndex(a => new { a.WorkspaceId, a.At });
    }
}

internal sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("ProtectionKeys").HasKey(k => k.Id);
        builder.Property(k => k.Name).HasMaxLength(200);
        builder.HasIndex(k => k.Name).IsUnique();
    }
}
